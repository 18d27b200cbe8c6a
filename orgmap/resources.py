"""The only reader of the package's own data: templates, scripts, the law, examples, and what pyvis brings."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

_VIS_NETWORK = ("lib", "vis-9.1.2", "vis-network.min.js")


def text(name: str) -> str:
    """Return the text of a file of the views, such as `templates/base.html.j2` or `static/orgmap.css`.

    Line ends are `\\n` on every machine. Raises `FileNotFoundError` where there is no such file, also where
    the name leads out of the folder.
    """
    parts = PurePosixPath(name).parts
    if not parts or parts[0] not in {"templates", "static"} or ".." in parts:
        raise FileNotFoundError(name)
    return files("orgmap").joinpath("views", *parts).read_text(encoding="utf-8")


def vis_network() -> str:
    """Return the script of vis-network 9.1.2 as pyvis carries it, without its pointer to a source map."""
    script = files("pyvis").joinpath(*_VIS_NETWORK).read_text(encoding="utf-8")
    return script.partition("//# sourceMappingURL=")[0]


def fonts() -> dict[str, bytes]:
    """Return the fonts of the diagrams, Liberation Sans in three styles, by the name of their files."""
    found = [
        file for file in files("orgmap").joinpath("views", "fonts").iterdir() if file.name.endswith(".ttf")
    ]
    return {file.name: file.read_bytes() for file in sorted(found, key=lambda file: file.name)}


def law_files() -> dict[str, str]:
    """Return the text of the files of the law by their names, in the order of the alphabet."""
    found = [file for file in files("orgmap").joinpath("law").iterdir() if file.name.endswith(".toml")]
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(found, key=lambda file: file.name)}


def example_names() -> tuple[str, ...]:
    """Return the names of the examples that come with orgmap, in the order of the alphabet."""
    return tuple(sorted(folder.name for folder in _examples().iterdir() if folder.is_dir()))


def example_files(name: str) -> dict[str, bytes]:
    """Return the files of an example by name. Raises `FileNotFoundError` where there is no such example."""
    if name not in example_names():
        raise FileNotFoundError(name)
    found = [file for file in _examples().joinpath(name).iterdir() if file.is_file()]
    return {file.name: file.read_bytes() for file in sorted(found, key=lambda file: file.name)}


def _examples() -> Traversable:
    """Return the folder of examples: inside an installed package, beside it in a checkout."""
    inside = files("orgmap").joinpath("examples")
    return inside if inside.is_dir() else Path(str(files("orgmap"))).parent / "examples"
