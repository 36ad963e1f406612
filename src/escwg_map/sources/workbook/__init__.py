"""The register as one workbook, a sheet a table: written by openpyxl, read by calamine."""
