"""Writes the queries of tests/cases and of the documentation as files, a first corpus for cypher_fuzz: seeds.py FOLDER"""
import pathlib
import re
import sys

project = pathlib.Path(__file__).resolve().parents[2]
folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
queries = []
for case in sorted((project / "tests/cases").rglob("*.case")):
    queries += re.findall(r"^(?:graph|query)\s+(.*(?:\n .*)*)", case.read_text(), re.MULTILINE)
queries += re.findall(r"```cypher\n(.*?)```", (project / "docs/query-language.md").read_text(), re.DOTALL)
for line in (project / "docs/query-functions.md").read_text().splitlines():
    if found := re.match(r"\| `(.*?)` \|", line):
        text = found[1].replace("\\|", "|")
        queries.append(text if re.match("CREATE|UNWIND|MATCH", text) else "RETURN " + text)
for number, query in enumerate(dict.fromkeys(queries)):
    (folder / f"{number:04}").write_text(query.strip())
print(len(queries), "queries")
