import django.db.models.deletion
from django.db import migrations, models

from cpia.scuola.rls import Proteggi

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def chiave(
    verso: str, come: str, *, protetta: bool = False, puo_mancare: bool = False
) -> models.ForeignKey:
    quando = django.db.models.deletion.PROTECT if protetta else django.db.models.deletion.CASCADE
    return models.ForeignKey(
        on_delete=quando, related_name=come, to=verso, null=puo_mancare, blank=puo_mancare
    )


def istituto() -> models.ForeignKey:
    return chiave("scuola.istituto", "+", protetta=True)


class Migration(migrations.Migration):
    dependencies = [
        ("organi_collegiali", "0014_voto_fermo"),
        ("atti", "0005_albo_fermo"),
        ("scuola", "0006_passaggio"),
    ]

    operations = [
        migrations.CreateModel(
            name="InvitoAlPunto",
            fields=[
                ("id", ID.clone()),
                ("convocato", chiave("organi_collegiali.convocato", "inviti_ai_punti")),
                ("istituto", istituto()),
                ("punto", chiave("organi_collegiali.punto", "inviti")),
            ],
            options={
                "verbose_name_plural": "inviti ai singoli punti",
                "ordering": ["convocato", "punto__ordine", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("istituto"),
                        models.F("convocato"),
                        models.F("punto"),
                        name="invito_al_punto_unico",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AllegatoAggiunto",
            fields=[
                ("id", ID.clone()),
                ("titolo", models.CharField(max_length=160)),
                ("file", models.FileField(blank=True, max_length=200, upload_to="organi/")),
                ("tipo_contenuto", models.CharField(blank=True, max_length=80)),
                (
                    "impronta",
                    models.CharField(blank=True, max_length=64, verbose_name="SHA-256"),
                ),
                ("byte", models.PositiveIntegerField(blank=True, null=True)),
                ("pagine", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("riservato", models.BooleanField(default=False)),
                ("depositato_il", models.DateTimeField(blank=True, null=True)),
                ("atteso_entro", models.DateField(blank=True, null=True)),
                ("documento", chiave("atti.documento", "+", protetta=True, puo_mancare=True)),
                ("istituto", istituto()),
                ("punto", chiave("organi_collegiali.puntoaggiunto", "allegati")),
            ],
            options={
                "verbose_name_plural": "allegati da aggiungere",
                "ordering": ["punto", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(depositato_il__isnull=True)
                        | ~models.Q(impronta="")
                        | models.Q(documento__isnull=False),
                        name="allegato_aggiunto_c_e_o_atteso",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RaccoltaFirme",
            fields=[
                ("id", ID.clone()),
                ("argomenti", models.TextField(verbose_name="argomenti da trattare")),
                ("aperta_il", models.DateTimeField()),
                ("ritirata_il", models.DateTimeField(blank=True, null=True)),
                ("istituto", istituto()),
                (
                    "organo",
                    chiave("organi_collegiali.organocollegiale", "raccolte", protetta=True),
                ),
                ("persona", chiave("scuola.persona", "+", protetta=True)),
                (
                    "richiesta",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="raccolta",
                        to="organi_collegiali.richiesta",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "raccolte di firme",
                "ordering": ["-aperta_il", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(ritirata_il__isnull=True)
                        | models.Q(richiesta__isnull=True),
                        name="raccolta_ritirata_o_presentata",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FirmaRaccolta",
            fields=[
                ("id", ID.clone()),
                ("firmata_il", models.DateTimeField()),
                ("istituto", istituto()),
                ("mandato", chiave("organi_collegiali.mandato", "+", protetta=True)),
                ("raccolta", chiave("organi_collegiali.raccoltafirme", "firme")),
            ],
            options={
                "verbose_name_plural": "firme raccolte",
                "ordering": ["firmata_il", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("istituto"),
                        models.F("raccolta"),
                        models.F("mandato"),
                        name="firma_raccolta_unica",
                    )
                ],
            },
        ),
        Proteggi(["InvitoAlPunto", "AllegatoAggiunto", "RaccoltaFirme", "FirmaRaccolta"]),
    ]
