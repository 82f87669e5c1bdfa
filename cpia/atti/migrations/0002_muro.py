from django.db import migrations

from cpia.scuola.rls import Proteggi


class Migration(migrations.Migration):
    dependencies = [("atti", "0001_initial"), ("scuola", "0002_muro")]

    operations = [
        Proteggi(["Contatore"], "SELECT, INSERT, UPDATE"),
        Proteggi(["Protocollo", "Operazione", "Sigillo"], "SELECT, INSERT"),
        Proteggi(["Documento"], "SELECT, INSERT, UPDATE"),
    ]
