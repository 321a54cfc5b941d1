s/symbol="COMPLETED"/symbol="DONE"/
s/number="6"/number="7"/
s/code="554" symbol/code="553" symbol/
s/reply="554"/reply="553"/g
s/name="hops"/name="count"/
s/id="sysexits"/id="exits"/
s/suppress="no" about="route"/suppress="repeat" about="route"/
