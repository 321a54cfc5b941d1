s|<arg name="hops" type="number"/>|<arg name="hops" type="number"/><arg name="rest" type="word"/>|;s|hops 26 (|hops 26x (|
