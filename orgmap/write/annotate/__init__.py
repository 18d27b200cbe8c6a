"""Problems written back to where they are: as notes on the cells of a copy of the user's workbook."""

from orgmap.write.annotate.copies import (
    Copy,
    TextSheet,
    annotated_tables,
    annotated_workbook,
    changed_workbook,
)

__all__ = ["Copy", "TextSheet", "annotated_tables", "annotated_workbook", "changed_workbook"]
