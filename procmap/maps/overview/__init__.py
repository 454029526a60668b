"""What maps of a whole landscape share: the page, the cards of processes, owners and legend."""
