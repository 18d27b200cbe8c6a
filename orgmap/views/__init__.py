"""What people read: findings, networks and tables made into text or bytes; no disk, no computing."""
