from django.db import migrations, models

# The kinds of organ, now also the commission of a selection, whose president is named with it.
TIPI = [
    ("collegio", "Collegio dei docenti"),
    ("sezione_collegio", "Sezione del Collegio dei docenti"),
    ("dipartimento", "Dipartimento"),
    ("consiglio_istituto", "Consiglio d’istituto"),
    ("commissario", "Commissario straordinario"),
    ("giunta", "Giunta esecutiva"),
    ("consiglio_classe", "Consiglio di classe"),
    ("interclasse", "Consiglio d’interclasse"),
    ("intersezione", "Consiglio d’intersezione"),
    ("livello", "Consiglio di livello"),
    ("comitato", "Comitato di valutazione"),
    ("organo_garanzia", "Organo di garanzia"),
    ("commissione_pfi", "Commissione per il patto formativo"),
    ("sezione_pfi", "Sezione funzionale della Commissione"),
    ("commissione_avviso", "Commissione di una selezione"),
    ("assemblea_genitori", "Assemblea dei genitori"),
]
PRESIDENTI = [
    ("dirigente", "il dirigente o chi ne fa le veci"),
    ("delegato", "il dirigente o un docente suo delegato"),
    ("eletto_genitori", "un genitore eletto dall’organo"),
    ("eletto", "un componente eletto dall’organo"),
    ("nominato", "il componente nominato presidente"),
]


class Migration(migrations.Migration):
    dependencies = [("organi_collegiali", "0020_scrutinio")]

    operations = [
        migrations.AlterField(
            model_name="organocollegiale",
            name="tipo",
            field=models.CharField(choices=TIPI, max_length=20),
        ),
        migrations.AlterField(
            model_name="organocollegiale",
            name="regola_presidente",
            field=models.CharField("chi presiede", choices=PRESIDENTI, max_length=20),
        ),
        migrations.AlterField(
            model_name="frase",
            name="tipo_organo",
            field=models.CharField(blank=True, choices=TIPI, max_length=20),
        ),
    ]
