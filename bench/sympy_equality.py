"""Reads JSON lines [a, b], writes the milliseconds that SymPy takes to parse both and simplify a - b."""

import json
import sys
import time

from sympy import simplify, symbols, sympify

names = {name: symbols(name, positive=True) for name in "xyabsm"}

for line in sys.stdin:
    left, right = (text.replace("^", "**") for text in json.loads(line))
    best = None
    for _ in range(3):
        start = time.perf_counter()
        difference = sympify(f"({left})-({right})", locals=names)
        settled = simplify(difference) == 0
        took = (time.perf_counter() - start) * 1000
        best = took if best is None else min(best, took)
    print(json.dumps({"ms": best, "right": bool(settled)}), flush=True)
