return " and more"
