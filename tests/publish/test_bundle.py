"""The scripts as one: modules in order, each with constants of its own."""

import subprocess

import pytest

from escwg_map.errors import EscwgMapError
from escwg_map.publish.bundle import bundle

ONE = (
    'import { two as number } from "./lib/two.js";\nconst SIZE = 1;\nconsole.log(SIZE, number());\n'
)
TWO = "const SIZE = 2;\nexport function two() {\n  return SIZE;\n}\n"


def said_by(script: str) -> str:
    """Run a script as it is, and read what it says."""
    command = ["node", "--input-type=commonjs", "-e", script]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout


def test_runs_the_first_module_after_those_that_it_imports() -> None:
    assert said_by(bundle({"one.js": ONE, "lib/two.js": TWO}, "one.js", {})) == "1 2\n"


def test_puts_one_module_in_the_place_of_another() -> None:
    modules = {"one.js": ONE, "lib/two.js": TWO, "three.js": TWO.replace("2", "3")}

    assert said_by(bundle(modules, "one.js", {"lib/two.js": "three.js"})) == "1 3\n"


def test_leaves_out_what_nobody_imports() -> None:
    assert "SIZE = 2" not in bundle({"one.js": "const SIZE = 1;\n", "two.js": TWO}, "one.js", {})


def test_runs_a_module_that_is_imported_for_what_it_does() -> None:
    modules = {"one.js": 'import "./two.js";\n', "two.js": 'console.log("here");\n'}

    assert said_by(bundle(modules, "one.js", {})) == "here\n"


@pytest.mark.parametrize(
    "line", ["export default 1;", 'import all from "./two.js";', 'export { a } from "./two.js";']
)
def test_refuses_what_it_does_not_understand(line: str) -> None:
    with pytest.raises(EscwgMapError, match=r"one\.js has a line that cannot be bundled"):
        bundle({"one.js": f"{line}\n", "two.js": TWO}, "one.js", {})


def test_refuses_modules_that_import_each_other() -> None:
    modules = {"one.js": 'import "./two.js";\n', "two.js": 'import "./one.js";\n'}

    with pytest.raises(EscwgMapError, match=r"one\.js imports itself by way of two\.js"):
        bundle(modules, "one.js", {})
