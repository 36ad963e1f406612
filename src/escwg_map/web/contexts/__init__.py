"""What each page's template is given: one class a page, a sentence a field."""
