"""The command line, as `orgmap` and as `python -m orgmap`."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from orgmap.cli import run

    run()


if __name__ == "__main__":
    main()
