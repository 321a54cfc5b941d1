s| symbol="COMPLETED"||
