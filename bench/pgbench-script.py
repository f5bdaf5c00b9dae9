"""Turns PostgreSQL's log of one question into a script for pgbench: the same statements one by one, for a family of its own
each time. What is the question's own (its key, its link, its address) gets a number of its own in the script, and the numbers
that the database gave are those it gives there; all other values stay what they were, so that nothing is spared.

    python3 pgbench-script.py LOG PERSON INQUIRY OWN... >script.sql
"""
import re
import sys

log, person, inquiry, own = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
entry = re.compile(r"^\d{4}-\d\d-\d\d \S+ \S+ \[(\d+)\] (\w+):  (.*)$")
statements, last = [], None
for line in open(log, encoding="utf-8"):
    found = entry.match(line.rstrip("\n"))
    if not found:
        if last is not None:
            last[1] += "\n" + line.rstrip("\n")
        continue
    process, level, text = found.groups()
    if level == "LOG" and re.match(r"(execute [^:]*|statement): ", text):
        last = [process, re.sub(r"^(execute [^:]*|statement): ", "", text), ""]
        statements.append(last)
    elif level == "DETAIL" and re.match(r"[Pp]arameters: ", text) and statements:
        last = [None, re.sub(r"^[Pp]arameters: ", "", text)]
        statements[-1][2] = last
    else:
        last = None


def values(detail):
    """The literals of `$1 = 'a', $2 = NULL` by number."""
    found = re.findall(r"\$(\d+) = ('(?:[^']|'')*'|NULL)", detail)
    # pgbench would take what follows a colon for the name of a variable, within quotes too.
    return {int(n): "E" + v.replace("\\", "\\\\").replace(":", "\\x3a") if v != "NULL" else v for n, v in found}


def literal(value):
    for mine, instead in (
        [(one, "'" + one[:6] + "' || (:n)::text") for one in own]
        + [(person, "(:person)::text"), (inquiry, "(:inquiry)::text")]
    ):
        if mine and mine in value:
            value = "replace(" + value + ", '" + mine + "', " + instead + ")"
    return value


def is_own(statement):
    return any(one and one in statement[1] + (statement[2][1] if statement[2] else "") for one in own)


# What the process that worked on the question said, from its first to its last statement about it, and to what ended that.
process = [s[0] for s in statements if is_own(s)][-1]
said = [s for s in statements if s[0] == process]
first = min(i for i, s in enumerate(said) if is_own(s))
last = max(i for i, s in enumerate(said) if is_own(s))
while first > 0 and said[first - 1][1].lower().startswith("begin"):
    first -= 1
while last + 1 < len(said) and said[last][1].lower() != "commit":
    last += 1
print("\\set n random(1, 9000000000000000)")
for _, text, detail in said[first : last + 1]:
    held = values(detail[1]) if detail else {}
    text = re.sub(r"\$(\d+)", lambda found: literal(held[int(found.group(1))]), text)
    text = re.sub(r"\s*\n\s*", " ", text).strip().rstrip(";")
    print(text + (" \\gset" if " as inquiry" in text else ";"))
