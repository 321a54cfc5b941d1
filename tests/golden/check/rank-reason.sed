s|rank="cause" reason="mail-loop"|rank="cause"|
