/<status code="X.4.6"/,/<\/status>/s|^      <see reference="rfc5321" section="6.3"/>|      <sense emitter="sendmail" class="transient" reason="mail-loop">\
        <meaning>\
          <text xml:lang="en">A loop here.</text>\
          <text xml:lang="ja">ここでのループです。</text>\
        </meaning>\
      </sense>\
&|
