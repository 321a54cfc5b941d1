s|rank="frame"|rank="frame" reason="mail-loop"|
