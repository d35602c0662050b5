(function(w,d){
var s=d.currentScript,key=s.dataset.key,host=new URL(s.src).origin,L=localStorage,q=[],t,user=L.hy_user||null;
if(!key||navigator.doNotTrack=="1")return;
function id(){return crypto.randomUUID?crypto.randomUUID():Date.now()+"-"+Math.random().toString(36).slice(2)}
var anon=L.hy_anon||(L.hy_anon=id());
function flush(){
if(!q.length)return;
var b=JSON.stringify({writeKey:key,sentAt:new Date,batch:q.splice(0,100)});
fetch(host+"/v1/batch",{method:"POST",body:b,keepalive:true,mode:"cors",credentials:"omit",headers:{"Content-Type":"text/plain"}}).catch(function(){});
}
function put(type,more){
q.push(Object.assign({type:type,messageId:id(),anonymousId:anon,userId:user||undefined,timestamp:new Date,context:{page:{path:location.pathname}}},more));
clearTimeout(t);t=setTimeout(flush,q.length>20?0:800);
}
w.huiyin={
track:function(e,p){put("track",{event:e,properties:p})},
page:function(n,p){put("page",{name:n,properties:p})},
identify:function(u,p){user=L.hy_user=u;put("identify",{traits:p})},
flush:flush};
function what(e){return(e.id?"#"+e.id:e.tagName.toLowerCase()+" "+(e.innerText||"").trim().slice(0,40))}
var last,n,at;
d.addEventListener("click",function(e){
var x=what(e.target),now=Date.now();
n=x==last&&now-at<700?n+1:1;last=x;at=now;
if(n==3)huiyin.track("Rage Click",{target:x,times:3});
},true);
function form(end){return function(e){
var f=e.target.form||e.target,k=f.id||f.name;
if(!k||f.tagName!="FORM"||(end=="Started"&&f.hy))return;
f.hy=end=="Started";huiyin.track(k+" "+end,{target:k});
}}
d.addEventListener("input",form("Started"),true);
d.addEventListener("submit",form("Submitted"),true);
d.addEventListener("visibilitychange",function(){if(d.hidden)flush()});
huiyin.page(d.title);
})(window,document);
