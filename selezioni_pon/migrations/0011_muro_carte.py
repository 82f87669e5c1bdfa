from django.db import migrations

from cpia.scuola.rls import Lega

CARTE = ["documento", "protocollo"]


class Migration(migrations.Migration):
    dependencies = [("selezioni_pon", "0010_carte")]

    operations = [Lega("Commissario", CARTE), Lega("Proroga", CARTE)]
