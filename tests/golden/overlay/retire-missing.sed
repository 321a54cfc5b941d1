s|<match>too many hops <arg name="hops" type="number"/></match>|<match>far too many hops <arg name="hops" type="number"/></match>|
