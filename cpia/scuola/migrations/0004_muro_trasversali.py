from django.db import migrations

from cpia.scuola.rls import Lega, Proteggi


class Migration(migrations.Migration):
    dependencies = [("scuola", "0003_trasversali")]

    operations = [Lega("Incarico", ["copiato_da"]), Proteggi(["EsitoAnno"])]
