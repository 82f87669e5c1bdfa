import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("avvisi", "0004_muro_trasversali"),
        ("scuola", "0002_muro"),
    ]

    operations = [
        migrations.AlterField(
            model_name="promemoria",
            name="destinatario",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="promemoria",
                to="scuola.persona",
            ),
        ),
        migrations.AddField(
            model_name="promemoria",
            name="email",
            field=models.EmailField(
                blank=True,
                default="",
                max_length=254,
                verbose_name="e-mail di chi non è ancora fra le persone",
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="promemoria",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("destinatario__isnull", False), ("email", "")),
                    models.Q(
                        ("destinatario__isnull", True),
                        models.Q(("email", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="promemoria_persona_o_email",
            ),
        ),
    ]
