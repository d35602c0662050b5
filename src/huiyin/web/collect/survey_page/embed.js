(function (d, w) {
var s=d.currentScript,g=s.dataset,host=new URL(s.src).origin,slug=g.survey,f=d.createElement("iframe"),b,box;
if(!slug)return;
f.src=host+"/s/"+encodeURIComponent(slug)+"/frame"+(g.lang?"?lang="+g.lang:"");
f.title=g.title||"问卷";f.loading="lazy";
f.style.cssText="width:100%;height:420px;border:0;display:block;background:#f6f7f9;border-radius:12px";
w.addEventListener("message",function(e){
if(e.origin==host&&e.source==f.contentWindow&&e.data&&e.data.huiyin==slug)f.style.height=Math.min(e.data.height,b?w.innerHeight-120:1e4)+"px";
});
if(!g.button){s.parentNode.insertBefore(f,s);return}
b=d.createElement("button");b.type="button";b.textContent=g.button;b.setAttribute("aria-expanded","false");
b.style.cssText="position:fixed;right:16px;bottom:16px;z-index:99999;min-height:44px;padding:0 18px;border:0;border-radius:22px;font:600 15px system-ui,sans-serif;color:#fff;background:"+(g.color||"#1f5fbf");
box=d.createElement("div");box.hidden=true;
box.style.cssText="position:fixed;right:16px;bottom:72px;z-index:99999;width:min(400px,calc(100vw - 32px));box-shadow:0 8px 32px #0004;border-radius:12px;overflow:hidden";
b.onclick=function(){if(!f.isConnected)box.append(f);box.hidden=!box.hidden;b.setAttribute("aria-expanded",String(!box.hidden))};
d.body.append(box,b);
})(document,window);
