"""Tests of `orgmap.questions`."""
