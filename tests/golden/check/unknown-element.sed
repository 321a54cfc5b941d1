0,/<note>/s|<note>|<remark>|;0,/<\/note>/s|</note>|</remark>|
