"""Read conversations from elsewhere: what chat services, response tools and spreadsheets export, and what people paste."""
