"""The tests of orgmap; the folders mirror the package."""
