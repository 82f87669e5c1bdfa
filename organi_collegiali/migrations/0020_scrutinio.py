from django.db import migrations, models

# What an item asks, now also that a pupil is not admitted to the next class.
NATURE = [
    ("delibera", "delibera"),
    ("senza_voto", "senza voto"),
    ("verbale", "approvazione di un verbale"),
    ("elezione", "elezione"),
    ("regolamento", "modifica di un regolamento"),
    ("non_ammesso", "non ammissione alla classe successiva"),
    ("varie", "varie ed eventuali, senza voto"),
]


class Migration(migrations.Migration):
    dependencies = [("organi_collegiali", "0019_riserbo")]

    operations = [
        migrations.AlterField(
            model_name=modello,
            name="natura",
            field=models.CharField(choices=NATURE, max_length=12),
        )
        for modello in ("punto", "puntoaggiunto")
    ]
