"""The look of the house: logo, colours, fonts, header and footer, as catalog.yaml states them."""
