"""orgmap maps who sits on what across the partnerships of a place."""
