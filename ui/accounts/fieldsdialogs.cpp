// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/fieldsdialogs.h"

#include "style/widgets.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(navette::ui::FieldsDialogs)
};

constexpr int champCount = 15; // digitaleo.md, File format

/// A dialog with a title, a sentence and "Apply"; `body` is filled by the caller.
struct Frame {
    QDialog dialog;
    QVBoxLayout *body;
    explicit Frame(const QString &title, const QString &sentence, QWidget *parent) : dialog(parent)
    {
        dialog.setWindowTitle(title);
        auto *layout = new QVBoxLayout(&dialog);
        layout->setContentsMargins(metrics::huge, metrics::huge, metrics::huge, metrics::large);
        layout->setSpacing(metrics::medium);
        auto *words = new Label(sentence, TextStyle::Body, ColorRole::Muted, &dialog);
        words->setWordWrap(true);
        layout->addWidget(new Label(title, TextStyle::PageTitle, ColorRole::Text, &dialog));
        layout->addWidget(words);
        body = new QVBoxLayout;
        layout->addLayout(body, 1);
        auto *cancel = new Button(Text::tr("Cancel"), ButtonKind::Quiet, {}, &dialog);
        auto *apply = new Button(Text::tr("Apply"), ButtonKind::Primary, {}, &dialog);
        apply->setDefault(true);
        QObject::connect(cancel, &QPushButton::clicked, &dialog, &QDialog::reject);
        QObject::connect(apply, &QPushButton::clicked, &dialog, &QDialog::accept);
        auto *buttons = new QHBoxLayout;
        buttons->addStretch();
        buttons->addWidget(cancel);
        buttons->addWidget(apply);
        layout->addLayout(buttons);
    }
};

QString typeLabel(CustomField::Type type)
{
    switch (type) {
    case CustomField::Type::Text:
        return Text::tr("Text");
    case CustomField::Type::Decimal:
        return Text::tr("Decimal number");
    case CustomField::Type::Integer:
        return Text::tr("Whole number");
    case CustomField::Type::Date:
        return Text::tr("Date");
    }
    return {};
}

void addFieldRow(QTableWidget &table, const CustomField &field)
{
    const int row = table.rowCount();
    table.insertRow(row);
    table.setItem(row, 0, new QTableWidgetItem(field.name));
    table.setItem(row, 1, new QTableWidgetItem(field.label));
    auto *type = new QComboBox(&table);
    for (const auto kind :
         {CustomField::Type::Text, CustomField::Type::Decimal, CustomField::Type::Integer, CustomField::Type::Date})
        type->addItem(typeLabel(kind), static_cast<int>(kind));
    type->setCurrentIndex(type->findData(static_cast<int>(field.type)));
    table.setCellWidget(row, 2, type);
    table.setItem(row, 3, new QTableWidgetItem(field.size ? QString::number(*field.size) : QString()));
    table.setRowHeight(row, metrics::controlHeight + 4);
}

CustomField fieldOf(const QTableWidget &table, int row)
{
    CustomField field;
    field.name = table.item(row, 0)->text().trimmed();
    field.label = table.item(row, 1)->text().trimmed();
    field.type =
        static_cast<CustomField::Type>(qobject_cast<QComboBox *>(table.cellWidget(row, 2))->currentData().toInt());
    bool isNumber = false;
    const int size = table.item(row, 3)->text().toInt(&isNumber);
    if (isNumber && size > 0)
        field.size = size;
    return field;
}

} // namespace

bool editLabels(QMap<QString, QString> &labels, QWidget *parent)
{
    Frame frame(Text::tr("Names of the free columns"),
                Text::tr("The platform has fifteen free columns. Where your account gave them names, enter them as "
                         "they stand there; files may then use these names."),
                parent);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::medium);
    std::array<QLineEdit *, champCount> fields{};
    for (int number = 1; number <= champCount; ++number) {
        const QString champ = u"Champ %1"_s.arg(number);
        auto *field = new QLineEdit(labels.value(champ), &frame.dialog);
        field->setAccessibleName(champ);
        fields.at(static_cast<std::size_t>(number - 1)) = field;
        const int column = number > 8 ? 2 : 0;
        const int row = (number - 1) % 8;
        grid->addWidget(new Label(champ, TextStyle::Body, ColorRole::Muted, &frame.dialog), row, column);
        grid->addWidget(field, row, column + 1);
    }
    frame.body->addLayout(grid);
    frame.dialog.setMinimumWidth(620);
    if (frame.dialog.exec() != QDialog::Accepted)
        return false;
    QMap<QString, QString> result;
    for (int number = 1; number <= champCount; ++number) {
        const QString text = fields.at(static_cast<std::size_t>(number - 1))->text().trimmed();
        if (!text.isEmpty())
            result[u"Champ %1"_s.arg(number)] = text;
    }
    const bool changed = result != labels;
    labels = result;
    return changed;
}

bool editCustomFields(std::vector<CustomField> &fields, QWidget *parent)
{
    Frame frame(Text::tr("Custom fields"),
                Text::tr("The fields that are declared on the account, as they stand there. The size is the most "
                         "characters that a text may have."),
                parent);
    auto *table = new QTableWidget(0, 4, &frame.dialog);
    table->setHorizontalHeaderLabels({Text::tr("Name"), Text::tr("Label"), Text::tr("Type"), Text::tr("Size")});
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->verticalHeader()->hide();
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAccessibleName(Text::tr("Custom fields"));
    for (const CustomField &field : fields)
        addFieldRow(*table, field);
    auto *add = new Button(Text::tr("Add a field"), ButtonKind::Secondary, u"plus"_s, &frame.dialog);
    auto *remove = new Button(Text::tr("Remove the field"), ButtonKind::Quiet, {}, &frame.dialog);
    QObject::connect(add, &QPushButton::clicked, table, [table] {
        addFieldRow(*table, {});
        table->setCurrentCell(table->rowCount() - 1, 0);
        table->editItem(table->currentItem());
    });
    QObject::connect(remove, &QPushButton::clicked, table, [table] { table->removeRow(table->currentRow()); });
    auto *row = new QHBoxLayout;
    row->addWidget(add);
    row->addWidget(remove);
    row->addStretch();
    frame.body->addWidget(table, 1);
    frame.body->addLayout(row);
    frame.dialog.resize(680, 460);
    if (frame.dialog.exec() != QDialog::Accepted)
        return false;
    std::vector<CustomField> result;
    for (int at = 0; at < table->rowCount(); ++at) {
        const CustomField field = fieldOf(*table, at);
        if (!field.name.isEmpty())
            result.push_back(field);
    }
    const bool changed = !(result == fields);
    fields = std::move(result);
    return changed;
}

} // namespace navette::ui
