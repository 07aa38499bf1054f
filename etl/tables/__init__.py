"""The contract: one module a table, found by its file name and loaded in reference order."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from etl.contract import Table, in_reference_order

TABLES: dict[str, Table] = in_reference_order(
    import_module(f"{__name__}.{module.name}").TABLE for module in pkgutil.iter_modules(__path__)
)
"""Every table of the Atlas by name, each after the tables it refers to."""
