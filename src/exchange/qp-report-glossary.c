/* qp-report-glossary.c: of the report, the words of the field in Chinese and English
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both languages stand side by side, whatever the language of the report: the words are data, not translations of each other's
 * sentences. From the programme's documents and the codes; see the sources of the rules.
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

static const char *const words[][2] = {
  { "百城千屏", "Hundred Cities Thousand Screens" },
  { "超高清", "Ultra-high-definition (UHD)" },
  { "公共大屏", "Public large screen" },
  { "户外大屏", "Outdoor large screen" },
  { "新建", "New build" },
  { "改造", "Retrofit" },
  { "公益宣传", "Public-service publicity" },
  { "播出安全 / 安全播出", "Playout safety" },
  { "内容审核", "Content review" },
  { "应急断播", "Emergency blackout" },
  { "网络安全等级保护", "Graded network security protection" },
  { "信源", "Signal source" },
  { "节目单", "Playlist" },
  { "播控平台", "Playout control platform" },
  { "裸眼3D", "Glasses-free 3D" },
  { "曲面屏", "Curved screen" },
  { "转角屏 / L形屏", "Corner / L-shaped screen" },
  { "格栅屏 / 光栅屏", "Grille (mesh) screen" },
  { "媒体立面", "Media facade" },
  { "小间距", "Fine pitch" },
  { "点间距 / 像素间距", "Pixel pitch" },
  { "分辨率", "Resolution" },
  { "物理分辨率", "Native resolution" },
  { "点对点", "Pixel-to-pixel mapping" },
  { "幅型比 / 宽高比", "Aspect ratio" },
  { "刷新率", "Refresh rate" },
  { "换帧率 / 帧频", "Frame rate" },
  { "灰度等级", "Grey scale / grey depth" },
  { "亮度", "Luminance" },
  { "亮度均匀性", "Luminance uniformity" },
  { "色温", "Colour temperature" },
  { "色域覆盖率", "Gamut coverage" },
  { "对比度", "Contrast ratio" },
  { "可视角度", "Viewing angle" },
  { "视距", "Viewing distance" },
  { "最佳视距", "Best viewing distance" },
  { "高动态范围", "High dynamic range (HDR)" },
  { "专业解码器", "Professional decoder" },
  { "传输流", "Transport stream" },
  { "光纤", "Optical fibre" },
  { "码率", "Bit rate" },
  { "手机伴音 / 移动设备收听", "Phone audio / mobile-device listening" },
  { "箱体", "Cabinet" },
  { "模组 / 单元板", "Module" },
  { "驱动芯片", "Driver IC" },
  { "发送卡", "Sending card" },
  { "接收卡", "Receiving card" },
  { "视频处理器", "Video processor" },
  { "控制系统", "Control system" },
  { "双备份 / 冗余", "Redundancy" },
  { "钢结构", "Steel structure" },
  { "风荷载", "Wind load" },
  { "自重", "Dead load" },
  { "防护等级 (IP)", "Ingress protection rating" },
  { "防雷", "Lightning protection" },
  { "接地电阻", "Earth resistance" },
  { "峰值功耗", "Peak power" },
  { "平均功耗", "Mean power" },
  { "年耗电量", "Annual energy" },
  { "光污染 / 干扰光", "Light pollution / obtrusive light" },
  { "环境区域 (E0–E4)", "Environmental zone" },
  { "环境照度", "Ambient illuminance" },
  { "窗户垂直照度", "Vertical illuminance at window" },
  { "熄灯时段", "Curfew hours" },
  { "自动调光", "Automatic dimming" },
  { "户外广告设施", "Outdoor advertising facility" },
  { "户外广告设置证", "Outdoor advertising permit" },
  { "设置期限", "Permit term" },
  { "道路红线宽度", "Road red-line width" },
  { "效果图 (日景/夜景)", "Rendering (day/night)" },
  { "可行性研究报告 (可研)", "Feasibility study report" },
  { "预算表", "Budget table" },
  { "单价 / 合价", "Unit price / amount" },
  { "预备费", "Contingency" },
  { "资金来源", "Source of funds" },
  { "投资回收期", "Payback period" },
  { "敏感性分析", "Sensitivity analysis" },
  { "竣工验收", "Completion acceptance" },
  { "主观评价 / 客观测试", "Subjective rating / objective test" },
  { "权属单位", "Owning body" },
  { "运营单位", "Operator" },
};

/* words of the field, side by side */
void
qp_report_glossary (QpReportData *self, QpPages *pages)
{
  g_autoptr (QpPageTable) table = qp_page_table_new ("llll", "中文", "English", "中文", "English", NULL);
  const guint half = (G_N_ELEMENTS (words) + 1) / 2;

  qp_pages_heading (pages, 1, _ ("Glossary"));
  for (guint i = 0; i < half; i++)
    {
      const gboolean two = i + half < G_N_ELEMENTS (words);
      qp_page_table_add (table, words[i][0], words[i][1], two ? words[i + half][0] : "", two ? words[i + half][1] : "", NULL);
    }
  qp_pages_table (pages, NULL, table);
}
