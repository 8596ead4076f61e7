"""The look of the pages behind our links: one column, large buttons, the colours of the mail.

On a phone a single button stays within a thumb's reach however long the complaint is; several
would hide too much of it.
"""

from __future__ import annotations

STYLE = """
:root{color-scheme:light dark;--ground:#f4f2ed;--card:#fff;--edge:#e0dcd3;--ink:#1f2a33;
--soft:#5b6670;--accent:#14665f;--pressed:#0e4e49;--on-accent:#fff;--quote:#f3f6f5;--quiet:#e3efed;
--bar:#1f7a72;--urgent:#a8321f;--high:#8a5300;--normal:#4a6072}
@media (prefers-color-scheme:dark){:root{--ground:#14191e;--card:#1d242b;--edge:#323c46;
--ink:#ece9e3;--soft:#a9b3bc;--accent:#6fcabf;--pressed:#8fd8cf;--on-accent:#08201d;
--quote:#262f37;--quiet:#2f3a44;--bar:#4fb3a9}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);
font:17px/1.55 -apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;
-webkit-text-size-adjust:100%;overflow-wrap:anywhere}
header,main{max-width:640px;margin:0 auto}
header{padding:24px 24px 12px;color:var(--soft);font-size:15px}
header b{color:var(--ink);margin-right:8px}
main{background:var(--card);border:1px solid var(--edge);border-radius:14px;padding:28px}
h1{margin:12px 0 0;font-size:27px;line-height:1.25;text-wrap:balance}
h1:first-child{margin-top:0}
h2{margin:28px 0 8px;font-size:15px;color:var(--soft);font-weight:600}
p{margin:12px 0 0}
.mark{margin:0;font-size:15px;color:var(--soft)}
.mark b{display:inline-block;border-radius:14px;padding:2px 12px;margin-right:8px;color:#fff}
.urgent b{background:var(--urgent)}.high b{background:var(--high)}
.normal b{background:var(--normal)}
.soft{color:var(--soft);font-size:15px}
blockquote{margin:20px 0 0;padding:16px 18px;border-left:4px solid var(--bar);border-radius:6px;
background:var(--quote);font-size:18px}
bdi{font-weight:600}
.soft bdi{color:var(--ink)}
a{color:var(--accent);font-weight:600;text-underline-offset:3px}
.ask{margin:24px -28px 0;padding:16px 28px;background:var(--card)}
button{display:block;width:100%;min-height:60px;padding:14px 20px;border:0;
border-radius:10px;background:var(--accent);color:var(--on-accent);font:inherit;font-size:20px;
font-weight:650;text-align:center;text-decoration:none;cursor:pointer}
button:hover,button:active{background:var(--pressed)}
button+button{margin-top:10px;min-height:54px;background:var(--quiet);color:var(--accent);
font-size:18px}
button+button:hover,button+button:active{background:var(--edge)}
.case{display:inline-block;border:2px solid var(--accent);border-radius:10px;padding:11px 22px;
text-decoration:none;margin-top:6px}
.done::before{content:"✓";display:grid;place-items:center;width:48px;height:48px;
margin-bottom:16px;border-radius:50%;background:var(--accent);color:var(--on-accent);font-size:26px}
:focus-visible{outline:3px solid var(--bar);outline-offset:3px}
ol,ul{margin:0;padding-left:22px}
li{margin:6px 0}
ul{padding:0;list-style:none;font-size:15px;color:var(--soft)}
ul li{position:relative;padding-left:42px}
ul b{position:absolute;left:0;color:var(--ink)}
ul i{font-style:normal;font-weight:600;color:var(--ink);margin-right:6px}
footer{max-width:640px;margin:0 auto;padding:14px 24px 40px;color:var(--soft);font-size:14px}
@media (max-width:680px){
header{padding:18px 18px 10px}
main{border-width:1px 0;border-radius:0;padding:22px 18px}
h1{font-size:24px}
.ask{position:sticky;bottom:0;margin:20px -18px 0;padding:14px 18px 18px;
border-top:1px solid var(--edge)}
.several{position:static}
footer{padding:14px 18px 40px}}
"""
