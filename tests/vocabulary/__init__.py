"""Tests of `orgmap.vocabulary`."""
