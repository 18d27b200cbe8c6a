"""Tests of orgmap's own tables as files."""
