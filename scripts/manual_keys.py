"""Write the tables of actions and keys in docs/manual.md anew, from the action table.

Usage: python scripts/manual_keys.py
"""

from pathlib import Path

from desktop.action_spec import ActionSpec
from desktop.action_table import ActionTable

MANUAL = Path(__file__).parents[1] / "docs" / "manual.md"
FROM, TO = "## Every action and its keys\n", "\nIn a list of candidates the digits"


def main() -> None:
    """Replace what stands between the heading and the line on digits."""
    text = MANUAL.read_text("utf-8")
    head, _, rest = text.partition(FROM)
    _, _, tail = rest.partition(TO)
    tables = "\n".join(table(title.replace("&", ""), specs) for title, specs in ActionTable().menus())
    MANUAL.write_text(f"{head}{FROM}\n{tables}{TO}{tail}", "utf-8")


def table(title: str, specs: list[ActionSpec]) -> str:
    """Return the table of one menu."""
    rows = [f"| {spec.plain} | {keys(spec)} | {spec.tip} |" for spec in specs]
    return "\n".join([f"### {title}\n", "| action | keys | what it does |", "|---|---|---|", *rows, ""])


def keys(spec: ActionSpec) -> str:
    """Return the keys of an action as code."""
    return " ".join(f"`{key}`" for key in spec.native_keys)


if __name__ == "__main__":
    main()
