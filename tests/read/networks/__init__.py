"""Tests of the readers of networks."""
