s|<arg name="hops" type="number"/>|<arg name="hops" type="number"/> (<arg name="hops" type="number"/> max)|
