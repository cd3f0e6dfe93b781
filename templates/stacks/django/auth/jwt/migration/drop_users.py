from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
<% for (const { table, last } of it.own) { -%>
        ("<%= table %>", "<%= last %>"),
<% } -%>
<% for (const { table, last } of it.others) { -%>
        ("<%= table %>", "<%= last %>"),
<% } -%>
    ]

    operations = [
        migrations.DeleteModel(
            name="RefreshToken",
        ),
        migrations.DeleteModel(
            name="User",
        ),
    ]
