package org.rightdoor.understand;
import java.nio.file.*; import java.util.*; import java.io.*;
import org.rightdoor.routing.*;
public class ScratchCv {
  record Row(String label,String lang,String text){ TrainingText t(){return new TrainingText(label,lang,text);} }
  static Map<String,Embedding> v=new HashMap<>();
  static final Set<String> NOT=Set.of("ss-mental-health","safety-threat","safety-abuse","safety-missing-child","legal-custody","sped-dispute","ss-discipline","legal-lawyer","legal-claim","legal-discrimination","safety-bullying");
  static Embedding e(String t){ return v.computeIfAbsent(t,x->Embedder.shared().get().of(x)); }
  public static void main(String[] a) throws Exception {
    int E=Integer.parseInt(a[0]);
    Vectors.read(CheckedFile.read(Path.of("/tmp/safety/vecs.bin"))).byText().forEach((k,x)->v.put(k,new Embedding(x)));
    Vectors.read(CheckedFile.read(Path.of("target/test-data/model/vectors.bin"))).byText().forEach((k,x)->v.put(k,new Embedding(x)));
    var rows=Files.readAllLines(Path.of("routing-rules/safety/training.tsv")).stream().filter(l->!l.isBlank()&&!l.startsWith("#")).map(l->{var p=l.split("\t",3);return new Row(p[0],p[1],p[2]);}).toList();
    int first=3061; 
    var every=RoutingRules.load(Path.of("routing-rules")).trainingTexts().stream().filter(t->t.topic()!=null&&!NOT.contains(t.topic())).filter(t->t.language().equals("en")||t.language().equals("es")).toList();
    var extra=new ArrayList<TrainingText>(); var far=new ArrayList<Row>();
    for(int i=0;i<every.size();i++){ var t=every.get(i); if(i%37==5) far.add(new Row("none",t.language(),t.text())); else if(i%E==0) extra.add(new TrainingText("none",t.language(),t.text())); }
    System.out.println("extra "+extra.size());
    var faults=new Faults(); var rules=SafetyRules.read(Path.of("routing-rules/safety.yml"),faults);
    try(var out=new PrintWriter("/tmp/safety/cv.tsv")){
      for(int f=0;f<5;f++){ var tr=new ArrayList<TrainingText>(extra); var te=new ArrayList<Row>(); for(int i=0;i<rows.size();i++){ if(i%5==f) te.add(rows.get(i)); else tr.add(rows.get(i).t()); }
        var emb=new HashMap<String,Embedding>(); for(var t:tr) emb.put(t.text(),e(t.text()));
        var al=Alertness.of(tr,emb); for(var r:te) out.println(line(rows.indexOf(r)<first?"cv":"dev",r,al,rules)); if(f==0) for(var r:far) out.println(line("far",r,al,rules)); }
    }
    var V=new Vectors(); v.forEach((k,x)->V.byText().put(k,x.vector())); CheckedFile.write(Path.of("/tmp/safety/vecs.bin"),o->V.write(V.byText().keySet(),o));
  }
  static String line(String n,Row r,Alertness al,SafetyRules rules){ var c=CleanText.of(r.text); double w=al.score(c,e(r.text).vector()),m=w,lw=al.score(c,null),lm=lw;
    for(var p:Passage.split(r.text)){ m=Math.max(m,al.score(CleanText.of(p),e(p).vector())); lm=Math.max(lm,al.score(CleanText.of(p),null)); }
    var calls=rules.in(r.text); return String.join("\t",n,r.label,r.lang,""+w,""+m,""+lw,""+lm,calls.isEmpty()?"-":calls.get(0).category(),al.label(c,e(r.text).vector()),r.text); }
}
