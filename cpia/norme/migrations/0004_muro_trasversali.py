from django.db import migrations

from cpia.scuola.rls import Lega


class Migration(migrations.Migration):
    dependencies = [("norme", "0003_trasversali")]

    operations = [Lega("Regolamento", ["sostituisce"])]
