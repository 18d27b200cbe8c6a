"""Figures of others, or worked out by hand, that orgmap has to give again."""
