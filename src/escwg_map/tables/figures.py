"""How a figure is said."""

from escwg_map.records.figure import Figure

_QUALIFIERS = {"at_least": "at least", "up_to": "up to"}


def format_figure(figure: Figure) -> str:
    """Say a figure with its qualifier and unit: `about £1,500,000`, `up to 83%`, `40/60`."""
    said = figure.value_text or _number(figure)
    qualifier = _QUALIFIERS.get(figure.qualifier or "", figure.qualifier or "")
    return f"{qualifier} {said}".strip()


def _number(figure: Figure) -> str:
    value = figure.value or 0.0
    number = f"{value:,.0f}" if value.is_integer() else f"{value:,}"
    match figure.unit:
        case "GBP":
            return f"£{number}"
        case "percent":
            return f"{number}%"
        case unit:
            return f"{number} {unit.replace('_', ' ')}"
